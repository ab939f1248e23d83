import type { Office, ServiceItem } from '@sportello/contract';
import { describe, expect, it } from 'vitest';
import { byOffice, filterIn, isNarrowed, narrow } from './filter.ts';

const offices = [office('suap'), office('punto-risposte'), office('sue')];
const scia = service('scia', { office_id: 'id-suap', channels: ['video', 'phone'], life_events: ['aprire-un-attivita'] });
const market = service('mercato', { office_id: 'id-suap', channels: ['desk'] });
const residence = service('residenza', { office_id: 'id-punto-risposte', channels: ['desk', 'video'], life_events: ['trasferirsi'] });
const found = [residence, market, scia];

describe('the list of services', () => {
  it('is narrowed by what its address says', () => {
    expect(filterIn(new URLSearchParams('q=%20scia%20&ufficio=suap&modalita=video'))).toEqual({ words: 'scia', office: 'suap', channel: 'video' });
    expect(narrow(found, { office: 'suap' }, offices)).toEqual([market, scia]);
    expect(narrow(found, { channel: 'video' }, offices)).toEqual([residence, scia]);
    expect(narrow(found, { lifeEvent: 'trasferirsi', channel: 'desk' }, offices)).toEqual([residence]);
  });

  it('shows everything when the address says nothing that we know', () => {
    expect(isNarrowed(filterIn(new URLSearchParams('q=%20&modalita=fax&page=2')))).toBe(false);
    expect(narrow(found, { office: 'gone' }, offices)).toEqual(found);
  });

  it('keeps to the length that the search accepts', () => {
    expect(filterIn(new URLSearchParams({ q: 'a'.repeat(500) })).words).toHaveLength(200);
  });

  it('stands under its offices, and offices without services are left out', () => {
    expect(byOffice(found, offices).map(({ office, services }) => [office.slug, services.map(({ slug }) => slug)])).toEqual([
      ['suap', ['mercato', 'scia']],
      ['punto-risposte', ['residenza']],
    ]);
  });
});

function office(slug: string): Office {
  return { id: `id-${slug}`, slug, name: slug, short_name: slug, description: '', phone: '', email: '', municipality_ids: [] };
}

function service(slug: string, members: Partial<ServiceItem>): ServiceItem {
  return { id: `id-${slug}`, slug, name: slug, summary: '', office_id: '', channels: [], life_events: [], popularity: 0, ...members };
}
