/** Hands a document of plain JSON to the browser as a file. */
export function saveAsFile(document_: object, name: string): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(document_, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // A browser that has not begun to read it yet would have nothing to save.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
