export interface InventedPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
}

const givenNames = `Maria Giuseppe Anna Mario Rosa Giovanni Angela Antonio Giovanna Luigi Teresa Francesco Lucia Angelo Carmela Vincenzo Caterina Pietro Francesca Salvatore
  Paola Carlo Laura Franco Silvia Domenico Elena Bruno Chiara Paolo Sara Marco Giulia Andrea Martina Luca Alessia Alessandro Federica Matteo Valentina Davide Elisa Stefano
  Simona Roberto Daniela Michele Barbara Sergio Monica Giorgio Cristina Claudio Patrizia Massimo Emanuela Fabio Ilaria Simone`.split(/\s+/);
const commonNames = `Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Costa Giordano Mancini Rizzo Lombardi Moretti Barbieri Fontana
  Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile Martinelli Vitale Lombardo Serra Coppola Marchetti Parisi Villa Conte Ferraro Ferri Fabbri Bianco
  Marini Grasso Valentini Messina Sala Palumbo Pellegrini Ferrero Bosco Negro Viarengo Scaglione Cerrato Bologna Binello Gianotti`.split(/\s+/);
const beginnings = 'Bar Bel Ber Bon Bor Cas Cav Cer Cor Dal Fer Fon Gar Gia Gri Lan Lom Mal Man Mar Mon Mor Nov Pag Pel Per Pic Pol Quin Rav Roc Sal San Scar Ser Spa Tar Tor Val Ven Vil Zan'.split(' ');
const middles = 'a al an ar at el en er i in ol on or u ut'.split(' ');
const ends = 'accio ani ardi asso atti ella ello enga eri ero etti ezzo i iglio in ino ione isio o oglio ona otti ucci usso vero za zzi'.split(' ');

/** The same people each time: one in three has a common family name, and a few given names are many people's. */
export function inventedPeople(count: number): InventedPerson[] {
  const next = numbers(20_261_201);
  const oneOf = <Value>(values: readonly Value[], share = next()): Value => values[Math.floor(share * values.length)] as Value; // the share is below 1
  return Array.from({ length: count }, (_, index) => {
    const givenName = oneOf(givenNames, next() ** 2);
    const familyName = next() < 0.34 ? oneOf(commonNames, next() ** 2) : `${oneOf(beginnings)}${oneOf(middles)}${next() < 0.4 ? `${oneOf(['b', 'c', 'd', 'l', 'm', 'n', 'r', 't', 'v'])}${oneOf(middles)}` : ''}${oneOf(ends)}`;
    const phone = `+3933${String(Math.floor(next() * 1e8)).padStart(8, '0')}`;
    return { givenName, familyName, phone, email: `${givenName}.${familyName}${index}@example.org`.toLowerCase() };
  });
}

/** A word with one letter swapped with the next, left out, typed twice or wrong, in turn. */
export function slip(word: string, turn: number): string {
  const place = 1 + (turn % Math.max(1, word.length - 2));
  const [before, letter, after] = [word.slice(0, place), word.charAt(place), word.slice(place + 1)];
  switch (turn % 4) {
    case 0:
      return before + after.charAt(0) + letter + after.slice(1);
    case 1:
      return before + after;
    case 2:
      return `${before}${letter}s${after}`;
    default:
      return `${before}e${after}`;
  }
}

/** Numbers below 1 that only look like chance (Mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
