import { ApexMap } from '../../values/ApexMap.ts';

/**
 * What getGlobalDescribe and fields.getMap give: keys are lower case and found whatever the case of the name that is asked for
 * (Apex Developer Guide, "Accessing All sObjects": the names in the map are case-insensitive). The set of its keys and copies of
 * the map are plain.
 */
export class DescribeMap extends ApexMap {
  override get(key: unknown): unknown {
    return super.get(lowerCase(key));
  }

  override has(key: unknown): boolean {
    return super.has(lowerCase(key));
  }

  override put(key: unknown, value: unknown): unknown {
    return super.put(lowerCase(key), value);
  }

  override remove(key: unknown): unknown {
    return super.remove(lowerCase(key));
  }
}

function lowerCase(key: unknown): unknown {
  return typeof key === 'string' ? key.toLowerCase() : key;
}
