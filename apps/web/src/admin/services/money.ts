/** `1250` -> "12,50"; nothing is "0". */
export function eurosOf(cents: number): string {
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace('.', ',');
}

/** Cents; what is no price stays as it was typed, for the server to refuse. */
export function centsOf(euros: string): number | string {
  const typed = euros.trim().replace(/^€\s*|\s*€$/g, '').replace(',', '.');
  return /^\d+(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 100) : euros.trim();
}
