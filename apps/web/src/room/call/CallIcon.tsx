import type { ReactNode } from 'react';

// Drawn here: the set of the framework has no microphone, and its file travels with the first page.
const drawings = {
  microphone: (
    <>
      <rect x="9" y="3" width="6" height="11" rx="3" />
      <path d="M5 11a7 7 0 0 0 14 0M12 18v3M8.5 21h7" />
    </>
  ),
  'microphone-off': (
    <>
      <path d="M9 9v2a3 3 0 0 0 4.5 2.6M15 11V6a3 3 0 0 0-5.8-1M5 11a7 7 0 0 0 10.5 6M19 11a7 7 0 0 1-1 3.6M12 18v3M8.5 21h7" />
      <path d="M4 3l16 18" />
    </>
  ),
  camera: (
    <>
      <rect x="3" y="6" width="12" height="12" rx="2" />
      <path d="M15 10.5l6-3.5v10l-6-3.5" />
    </>
  ),
  'camera-off': (
    <>
      <path d="M15 15v1a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h1M10 6h3a2 2 0 0 1 2 2v2.5l6-3.5v10l-3-1.8" />
      <path d="M4 3l16 18" />
    </>
  ),
  screen: (
    <>
      <rect x="3" y="4" width="18" height="13" rx="2" />
      <path d="M12 14V8M9 10.5L12 7.5l3 3M8 21h8" />
    </>
  ),
  chat: <path d="M4 5h16v11H10l-4 4v-4H4zM8 9h8M8 12h5" />,
  files: <path d="M14 3H7a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V7zM14 3v4h4M9 12h6M9 16h6" />,
  people: (
    <>
      <circle cx="9" cy="8" r="3.2" />
      <path d="M3 20c0-3.6 2.7-6 6-6s6 2.4 6 6M16 5.2a3 3 0 0 1 0 5.6M17.5 14.4c2.2.8 3.5 2.9 3.5 5.6" />
    </>
  ),
  more: (
    <>
      <circle cx="5" cy="12" r="1.4" />
      <circle cx="12" cy="12" r="1.4" />
      <circle cx="19" cy="12" r="1.4" />
    </>
  ),
  phone: <path d="M6 3h3l2 5-2.5 1.8a12 12 0 0 0 5.7 5.7L16 13l5 2v3a3 3 0 0 1-3.2 3A16 16 0 0 1 3 6.200A3 3 0 0 1 6 3z" />,
  leave: <path d="M13 4H5v16h8M10 12h11M17.500 8.500L21 12l-3.500 3.500" />,
  close: <path d="M5 5l14 14M19 5L5 19" />,
  lock: (
    <>
      <circle cx="12" cy="12" r="5" />
      <path d="M4 4l16 16" />
    </>
  ),
  desk: <path d="M5 4h14v17H5zM9 2.5h6v3H9zM8.5 10h7M8.5 13.5h7M8.5 17h4" />,
  end: <path d="M4 12.5l5.500 5.500L20.500 6.500" />,
  voice: <path d="M4 10v4M8 7v10M12 4v16M16 7v10M20 10v4" />,
} satisfies Record<string, ReactNode>;

export type CallIconName = keyof typeof drawings;

/** Beside a text that says the same: screen readers pass it by. */
export function CallIcon({ name }: { readonly name: CallIconName }) {
  return (
    <svg className="call-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  );
}
