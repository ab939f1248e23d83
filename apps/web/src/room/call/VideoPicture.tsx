import { useEffect, useRef } from 'react';

interface Props {
  readonly stream: MediaStream;
  readonly label: string;
  readonly isMirrored?: boolean;
}

/** A moving picture without its sound, which is played apart: so that no change of the layout interrupts a word. */
export function VideoPicture({ stream, label, isMirrored = false }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    void element.play().catch(() => undefined); // without sound no browser refuses; a picture that is gone already may
    return () => {
      element.srcObject = null;
    };
  }, [stream]);
  return <video ref={video} className={isMirrored ? 'mirrored' : undefined} aria-label={label} autoPlay playsInline muted />;
}
