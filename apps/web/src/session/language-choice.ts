import { isLanguage, type Language } from '../messages/language.ts';
import { device } from '../storage.ts';

const name = 'language';
let chosen: Language | undefined;

/** The language of this visit: chosen now or earlier on this device, else Italian. For code outside React. */
export function currentLanguage(): Language {
  chosen ??= languageOfDevice();
  return chosen;
}

export function keepLanguage(language: Language): void {
  chosen = language;
  device.write(name, language);
}

function languageOfDevice(): Language {
  const kept = device.read(name);
  return isLanguage(kept) ? kept : 'it';
}
