import type { AnnotationContext, ElementValueContext, ModifierContext } from '@apexdevtools/apex-parser';
import { positionOf } from '../1-parse/parser.ts';
import type { DeclaredAnnotation, DeclaredModifiers } from './Declaration.ts';

export function readModifiers(trees: readonly ModifierContext[]): DeclaredModifiers {
  const words: string[] = [];
  const annotations: DeclaredAnnotation[] = [];
  let sharing: DeclaredModifiers['sharing'] = null;
  let hasSharingConflict = false;
  for (const tree of trees) {
    if (tree.annotation()) {
      annotations.push(readAnnotation(tree.annotation()));
    } else if (tree.SHARING()) {
      hasSharingConflict ||= sharing !== null;
      sharing = tree.WITHOUT() ? 'without' : tree.INHERITED() ? 'inherited' : 'with';
    } else words.push(tree.getText().toLowerCase());
  }
  return hasSharingConflict ? { words, annotations, sharing, hasSharingConflict } : { words, annotations, sharing };
}

function readAnnotation(tree: AnnotationContext): DeclaredAnnotation {
  const values: Record<string, string> = {};
  const texts: string[] = [];
  const add = (property: string, value: ElementValueContext): void => {
    values[property] = readValue(value);
    if (value.getText().startsWith("'")) texts.push(property);
  };
  const pairs = tree.elementValuePairs();
  for (const pair of pairs?.elementValuePair_list() ?? []) add(pair.id().getText().toLowerCase(), pair.elementValue());
  if (tree.elementValue()) add('value', tree.elementValue());
  const common = { name: tree.id().getText(), values, texts, position: positionOf(tree) };
  return pairs && pairs.COMMA_list().length > 0 ? { ...common, hasComma: true } : common;
}

function readValue(tree: ElementValueContext): string {
  const text = tree.getText();
  return text.startsWith("'") ? text.slice(1, -1) : text.toLowerCase();
}

export function hasWord(modifiers: DeclaredModifiers, word: string): boolean {
  return modifiers.words.includes(word);
}

export function findAnnotation(modifiers: DeclaredModifiers, name: string): DeclaredAnnotation | undefined {
  return modifiers.annotations.find((annotation) => annotation.name.toLowerCase() === name.toLowerCase());
}

/** `@IsTest` and the older keyword `testMethod` mean the same on a method. */
export function isTestMarked(modifiers: DeclaredModifiers): boolean {
  return findAnnotation(modifiers, 'IsTest') !== undefined || hasWord(modifiers, 'testmethod');
}
