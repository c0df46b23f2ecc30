import { definePlatformType } from '../../definePlatformType.ts';
import { escapeEntities, HTML3, HTML4, unescapeEntities } from './htmlEntities.ts';

const XML = new Map([
  ['"', 'quot'],
  ['&', 'amp'],
  ['<', 'lt'],
  ['>', 'gt'],
  ["'", 'apos'],
]);

const CONTROLS: Readonly<Record<string, string>> = { '\b': 'b', '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r' };
const FROM_CONTROLS = Object.fromEntries(Object.entries(CONTROLS).map(([char, letter]) => [letter, char]));

/** The members of String that write a text for another language. Source: StringEscapeUtils of Apache Commons Lang, which Apex follows. */
export const StringEscapes = definePlatformType({
  name: 'System.String',
  methods: {
    'String escapeCsv()': (self: string) => (/[",\r\n]/.test(self) ? `"${self.replaceAll('"', '""')}"` : self),
    'String escapeEcmaScript()': (self: string) => escapeSource(self, /["'\\/]/),
    'String escapeHtml3()': (self: string) => escapeEntities(self, HTML3),
    'String escapeHtml4()': (self: string) => escapeEntities(self, HTML4),
    'String escapeJava()': (self: string) => escapeSource(self, /["\\]/),
    'String escapeUnicode()': (self: string) => self.replace(/[^ -~]/g, codeOf),
    'String escapeXml()': (self: string) => escapeEntities(self, XML),
    'String unescapeCsv()': (self: string) => {
      const quoted = /^"([^]*)"$/.exec(self)?.[1];
      return quoted !== undefined && /[",\r\n]/.test(quoted) ? quoted.replaceAll('""', '"') : self;
    },
    'String unescapeEcmaScript()': unescapeSource,
    'String unescapeHtml3()': (self: string) => unescapeEntities(self, HTML3),
    'String unescapeHtml4()': (self: string) => unescapeEntities(self, HTML4),
    'String unescapeJava()': unescapeSource,
    'String unescapeXml()': (self: string) => unescapeEntities(self, XML),
  },
});

function escapeSource(text: string, marked: RegExp): string {
  return text.replace(/[^]/g, (char) => {
    const letter = CONTROLS[char];
    if (letter !== undefined) return `\\${letter}`;
    if (marked.test(char)) return `\\${char}`;
    return char < ' ' || char > '~' ? codeOf(char) : char;
  });
}

function unescapeSource(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|([^]))/g, (_whole, code?: string, char?: string) => {
    if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
    return FROM_CONTROLS[char ?? ''] ?? char ?? '';
  });
}

function codeOf(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
