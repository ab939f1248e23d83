import { expect, test } from 'vitest';
import { provinceMeant } from './province-meant.ts';

const comune = (province: string, province_name: string) => ({ istat_code: '000001', cadastral_code: 'A000', name: 'Prova', province, province_name, postal_code: null });
const found = [comune('AT', 'Asti'), comune('BZ', 'Bolzano/Bozen'), comune('FC', 'Forlì-Cesena')];

test.each([
  ['at', 'AT'],
  ['ASTI', 'AT'],
  ['Bozen', 'BZ'],
  ['bolzano', 'BZ'],
  ['forli cesena', 'FC'],
])('%s is the province %s', (words, sign) => {
  expect(provinceMeant(found, words)?.province).toBe(sign);
});

test.each(['ast', 'prova', 'atr', ''])('"%s" is no province', (words) => {
  expect(provinceMeant(found, words)).toBeNull();
});
