import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outputs } from '../runApex.ts';

describe('dates at run time', () => {
  it('lets a Date be a Datetime, not the other way round', () => {
    assert.deepEqual(
      outputs(`
        Object day = Date.newInstance(2026, 11, 21);
        out.add(day instanceof Date); out.add(day instanceof Datetime); out.add(day instanceof Time);
        Datetime moment = (Datetime) day; out.add(moment.getTime()); out.add(((Date) day).day());
        Object later = moment; out.add(later instanceof Date);
        try { out.add((Date) later); } catch (TypeException e) { out.add(e.getMessage()); }`),
      [
        ...['true', 'true', 'false', String(Date.UTC(2026, 10, 21)), '21', 'false'],
        'Invalid conversion from runtime type Datetime to Date',
      ],
    );
  });
});
