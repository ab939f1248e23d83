import type { Text } from './shape.ts';

/** Texts that several services share, word for word. */
export const beforeVideo: Text = {
  it: "Cinque minuti prima apri il link dell'appuntamento e prova microfono e videocamera. Tieni le carte a portata di mano: puoi mostrarcele durante la chiamata.",
  en: 'Five minutes before, open the link of the appointment and test microphone and camera. Keep your papers at hand: you can show them to us during the call.',
};

export const afterPhone: Text = {
  it: "Ti chiamiamo noi, all'ora fissata, al numero che hai lasciato. Tieni il telefono libero e le carte a portata di mano.",
  en: 'We call you, at the agreed time, on the number you left. Keep your phone free and your papers at hand.',
};

export const afterDesk: Text = {
  it: "Vieni qualche minuto prima, con i documenti indicati. Se non puoi venire, avvisaci: il posto servirà a un'altra persona.",
  en: 'Come a few minutes early, with the documents listed. If you cannot come, let us know: someone else will need the place.',
};
