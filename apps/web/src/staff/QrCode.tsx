import { useQuery } from '@tanstack/react-query';

/** Drawn here, so that the secret in it goes to nobody. Its place is kept while its code has not come. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data } = useQuery({ queryKey: ['staff', 'qr', text], queryFn: () => drawQr(text), staleTime: Infinity, gcTime: 0 });
  if (!data) return <div className="staff-qr" />;
  return (
    <svg className="staff-qr" role="img" aria-label={label} viewBox={`0 0 ${data.size} ${data.size}`} shapeRendering="crispEdges">
      <path d={data.path} />
    </svg>
  );
}

async function drawQr(text: string) {
  const { encode } = await import('uqr');
  const { size, data } = encode(text, { ecc: 'M', border: 3 });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}
