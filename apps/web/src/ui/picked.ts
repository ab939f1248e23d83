import { useState } from 'react';

/**
 * What was picked shows at once, though the page that keeps it may need a moment, as it does while an address changes;
 * then what the page says counts again.
 */
export function usePicked(value: string | undefined): readonly [string | undefined, (picked: string) => void] {
  const [picked, setPicked] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setPicked(value);
  }
  return [picked, setPicked];
}
