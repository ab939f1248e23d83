// The logo of the union, where an administrator chooses it.
export const it = {
  none: 'Non c’è un logo: al suo posto c’è il disegno di un edificio pubblico.',
  choose: 'Scegli un’immagine',
  another: 'Scegli un’altra immagine',
  remove: 'Togli il logo',
  keep: 'Tieni quello di prima',
  sending: 'Controlliamo l’immagine…',
  notYet: 'I cittadini lo vedranno quando salvi questa pagina.',
  notYetGone: 'Il logo sparirà dal sito quando salvi questa pagina. Potrai rimetterlo dalla storia.',
  stays: 'Resta il logo che vedi qui sopra.',
  tooHeavy: 'L’immagine pesa più di 500 kB. Salvala più piccola: per un logo bastano 400 punti di altezza.',
  help: 'PNG, JPEG o WebP, fino a 500 kB e 2000 punti per lato. Deve vedersi bene sia sul blu sia sul bianco: va bene uno stemma con lo sfondo trasparente.',
  alt: 'Il logo',
  grounds: { blue: 'In cima al sito', white: 'Sulla carta' },
};
