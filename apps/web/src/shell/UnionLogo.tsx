import type { LogoLink } from '@sportello/contract';

interface Props {
  readonly logo: LogoLink;
  readonly className: string;
}

/** Always beside the name of the union, which says the same: screen readers pass it by. Its size is known before it is there, so nothing moves. */
export function UnionLogo({ logo: { url, width, height }, className }: Props) {
  // From here, whatever the public address of the desk is: a page takes pictures from its own server alone.
  return <img className={className} src={new URL(url).pathname} width={width} height={height} alt="" />;
}
