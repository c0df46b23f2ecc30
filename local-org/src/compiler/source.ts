/** One file of Apex, or a script, as the compiler gets it. */
export interface SourceFile {
  /** As messages show it: relative to the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly kind: 'class' | 'trigger' | 'anonymous';
  /** 67 for 67.0, from the -meta.xml. */
  readonly apiVersion: number;
}
