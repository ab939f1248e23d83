import { useEffect, useRef } from 'react';

/** One's own picture, turned around as in a mirror, and without its sound. */
export function Preview({ stream, label }: { readonly stream: MediaStream; readonly label: string }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return <video ref={video} className="room-preview" aria-label={label} autoPlay playsInline muted />;
}
