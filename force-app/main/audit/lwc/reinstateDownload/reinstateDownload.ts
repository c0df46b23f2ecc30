/**
 * Hands a text to the browser as a file. Lightning Web Security refuses data: addresses in links, so the text goes through
 * a Blob, and it lets only some types of Blob through, text/csv not among them; octet-stream is, and the name of the file
 * says what it is.
 * Source: developer.salesforce.com, Lightning Components Security, "Use Blob Objects for Download Links" and "Specify a MIME
 * Type for Blob Objects".
 */
export function download(fileName: string, text: string): void {
    const address = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = fileName;
    link.click();
    URL.revokeObjectURL(address);
}
