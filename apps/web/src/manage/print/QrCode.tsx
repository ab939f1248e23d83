import { useQuery } from '@tanstack/react-query';
import { qrPath } from './qr-path.ts';

interface Props {
  readonly text: string;
  readonly label: string;
}

/** A link for the camera of a phone. What draws it is fetched after the page. */
export function QrCode({ text, label }: Props) {
  const { data } = useQuery({ queryKey: ['qr', text], queryFn: async () => (await import('uqr')).encode(text, { ecc: 'M', border: 2 }), staleTime: Number.POSITIVE_INFINITY });
  if (!data) return null;
  return (
    <svg className="qr-code" viewBox={`0 0 ${data.size} ${data.size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={`M0 0h${data.size}v${data.size}h-${data.size}z`} fill="#fff" />
      <path d={qrPath(data.data)} fill="#000" />
    </svg>
  );
}
