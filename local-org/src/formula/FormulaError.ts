/** A formula that Salesforce would not save or that the local org does not understand. The message is a sentence. */
export class FormulaError extends Error {}
