/** The form in which SOQL compares text: without case. SQLite's own NOCASE knows ASCII only. */
export function foldText(text: string): string {
  return text.toLowerCase();
}
