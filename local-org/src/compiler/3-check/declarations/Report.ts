import type { MessageCode, Position } from '../../diagnostics.ts';

/** Reports a problem of the file that is being checked. */
export type Report = (position: Position, code: MessageCode, ...values: string[]) => void;
