/** A text as the squares of a QR code (ISO/IEC 18004, correction level M): the width in squares, and the path of the dark ones. */
export async function drawQr(text: string) {
  const { encode } = await import('uqr');
  const { size, data } = encode(text, { ecc: 'M', border: 3 });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}
