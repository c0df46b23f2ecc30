import { throwApex } from '../../runtime/ApexException.ts';
import type { RuntimeType } from '../../types/RuntimeType.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { withoutNulls } from './arguments.ts';

let orgDomain = 'https://local-org.my.salesforce.com';

/** Called by the web host once it knows the address under which it answers. */
export function registerOrgDomain(url: string): void {
  orgDomain = url;
}

class UrlValue {
  readonly apexType = 'System.URL';
  readonly text: string;
  readonly parsed: URL;

  constructor(text: string) {
    try {
      this.parsed = new URL(text);
    } catch {
      throwApex('System.StringException', `no protocol: ${text}`);
    }
    this.text = text;
  }

  valueEquals(other: unknown): boolean {
    return other instanceof UrlValue && other.parsed.href === this.parsed.href;
  }

  valueText(): string {
    return this.text;
  }
}

export const Url = definePlatformType({
  name: 'System.URL',
  constructors: { '(String text)': withoutNulls((_type: RuntimeType, text: string) => new UrlValue(text)) },
  methods: {
    'String getHost()': (self: UrlValue) => self.parsed.hostname,
    'static URL getOrgDomainUrl()': () => new UrlValue(orgDomain),
    'String getPath()': (self: UrlValue) => self.parsed.pathname,
    'Integer getPort()': (self: UrlValue) => (self.parsed.port === '' ? -1 : Number(self.parsed.port)),
    'String getProtocol()': (self: UrlValue) => self.parsed.protocol.slice(0, -1),
    'String getQuery()': (self: UrlValue) => (self.parsed.search === '' ? null : self.parsed.search.slice(1)),
    'String getRef()': (self: UrlValue) => (self.parsed.hash === '' ? null : self.parsed.hash.slice(1)),
    'String toExternalForm()': (self: UrlValue) => self.text,
  },
});
