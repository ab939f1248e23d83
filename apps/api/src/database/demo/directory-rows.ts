import { startOfDay } from '@sportello/scheduling';
import { newId } from '../id.ts';
import type { Tables } from '../schema.ts';
import type { DemoContent } from './content/shape.ts';
import type { DemoIds } from './ids.ts';

type Rows<Name extends keyof Tables> = Tables[Name]['$inferInsert'][];

/** The union with its texts, comuni, offices, places and life events; every office serves every comune, from the day it joined. */
export function directoryRows(content: DemoContent, ids: DemoIds) {
  return {
    unions: unionRows(content),
    privacyNotices: privacyNoticeRows(content),
    faqs: content.union.faq.map(({ question, answer }, position) => ({ id: newId(), position, question, answer })) satisfies Rows<'faqs'>,
    municipalities: municipalityRows(content, ids),
    memberships: content.municipalities.map(({ key, memberFrom }) => ({
      id: newId(),
      municipalityId: ids.municipality(key),
      firstDay: memberFrom,
    })) satisfies Rows<'memberships'>,
    offices: officeRows(content, ids),
    competences: competenceRows(content, ids),
    places: placeRows(content, ids),
    lifeEvents: content.lifeEvents.map(({ key, name, description }, position) => ({
      id: ids.lifeEvent(key),
      slug: key,
      name,
      description,
      position,
    })) satisfies Rows<'lifeEvents'>,
  };
}

function unionRows({ union, municipalities }: DemoContent): Rows<'unions'> {
  const { name, phone, email, timeZone, languages, links, legalNotes, street, postalCode, locality, province } = union;
  const seat = municipalities.find(({ key }) => key === union.seat)?.name ?? locality;
  const address = `${street}, ${postalCode} ${locality} (${province})`;
  return [{ id: newId(), name, seat, phone, email, address, timeZone, languages: [...languages], links: [...links], legalNotes: legalNotes.text }];
}

function privacyNoticeRows({ union }: DemoContent): Rows<'privacyNotices'> {
  const { version, validFrom, text } = union.privacyNotice;
  return [{ id: newId(), version, text, validFrom: startOfDay(union.timeZone, validFrom) * 60_000 }];
}

function municipalityRows({ municipalities }: DemoContent, ids: DemoIds): Rows<'municipalities'> {
  return municipalities.map((municipality) => ({
    id: ids.municipality(municipality.key),
    slug: municipality.key,
    name: municipality.name,
    istatCode: municipality.istatCode,
    cadastralCode: municipality.cadastralCode,
    postalCode: municipality.postalCode,
    province: municipality.province,
    areaCode: municipality.areaCode,
    population: municipality.population,
    populationAt: municipality.populationAt,
    patronSaint: municipality.patronSaint,
    patronDay: municipality.patronDay,
    description: municipality.description,
  }));
}

function officeRows({ offices }: DemoContent, ids: DemoIds): Rows<'offices'> {
  return offices.map(({ key, name, shortName, description, phone, email }, position) => ({
    id: ids.office(key),
    slug: key,
    name,
    shortName,
    description,
    phone,
    email,
    position,
  }));
}

function competenceRows({ offices, municipalities }: DemoContent, ids: DemoIds): Rows<'competences'> {
  return offices.flatMap((office) =>
    municipalities.map(({ key, memberFrom }) => ({
      id: newId(),
      officeId: ids.office(office.key),
      municipalityId: ids.municipality(key),
      firstDay: memberFrom,
    })),
  );
}

function placeRows({ places, municipalities }: DemoContent, ids: DemoIds): Rows<'places'> {
  return places.map(({ key, name, municipality, street, postalCode, locality, accessNotes, hoursText }) => ({
    id: ids.place(key),
    slug: key,
    name,
    municipalityId: ids.municipality(municipality),
    street,
    postalCode,
    locality,
    province: municipalities.find((one) => one.key === municipality)?.province ?? '',
    accessNotes,
    hoursText,
  }));
}
