import type { Implementation, PropertyImplementation } from '../definePlatformType.ts';
import type { EmailValue } from './EmailValue.ts';

interface EmailMembers {
  readonly methods: Record<string, Implementation>;
  readonly properties: Record<string, PropertyImplementation>;
}

/**
 * A property of each name with its getter and setter methods: `Subject`, `getSubject()`, `setSubject(value)`.
 * Source: Apex Reference, "SingleEmailMessage Methods": each property is readable, writable and has both methods.
 *
 * @param properties `String Subject`; `Boolean isUserMail` for a getter of that name.
 */
export function emailProperties(properties: readonly string[]): EmailMembers {
  const members: EmailMembers = { methods: {}, properties: {} };
  for (const text of properties) {
    const [type = '', word = ''] = text.split(' ');
    const name = word.replace(/^is/, '');
    const get = (self: EmailValue): unknown => self.get(name);
    const set = (self: EmailValue, value: unknown): void => self.set(name, value);
    members.properties[`${type} ${name}`] = { get, set };
    members.methods[`${type} ${word === name ? `get${name}` : word}()`] = get;
    members.methods[`void set${name}(${type} value)`] = set;
  }
  return members;
}
