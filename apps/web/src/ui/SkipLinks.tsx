interface Props {
  readonly label: string;
  readonly links: readonly { readonly href: `#${string}`; readonly label: string }[];
}

/** The first stops of the keyboard, seen only when they have the focus. */
export function SkipLinks({ label, links }: Props) {
  return (
    <nav className="skiplinks" aria-label={label}>
      {links.map(({ href, label: text }) => (
        <a key={href} className="visually-hidden-focusable" href={href}>
          {text}
        </a>
      ))}
    </nav>
  );
}
