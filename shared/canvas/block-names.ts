/** By which names people mean a block: its own in the languages of the page, its code, and what is common besides. */
import type { Area } from './blocks.ts'
import { AREAS, areaName, BLOCKS } from './blocks.ts'

interface Names {
  /** As they stand over a block. With commas. */
  readonly whole: string
  /** What people say for short. It may as well be the words of a note. */
  readonly short: string
}

const NAMES: Readonly<Record<Area, Names>> = {
  customerSegments: {
    whole: 'Customer Segment, Kundensegmente, Kundensegment, شرائح العملاء, شرائح الزبائن',
    short:
      'customers, customer, segments, segment, target customers, users, Kunden, Zielgruppe, Zielgruppen, Segmente, العملاء, الشرائح, الزبائن',
  },
  valuePropositions: {
    whole:
      'Value Proposition, Wertangebote, Wertangebot, Nutzenversprechen, Wertversprechen, القيمة المقترحة, القيم المقترحة',
    short:
      'value props, value prop, value, propositions, offer, offering, Angebot, Angebote, Nutzen, عروض القيمة, عرض القيمة, القيمة',
  },
  channels: {
    whole: 'distribution channels, Kanäle, Vertriebskanäle, القنوات, قنوات التوزيع',
    short: 'channel, distribution, Kanal, Vertrieb, قنوات',
  },
  customerRelationships: {
    whole: 'Customer Relationship, Kundenbeziehungen, Kundenbeziehung, العلاقات مع العملاء, علاقات العملاء',
    short: 'customer relations, relationships, relationship, relations, Beziehungen, العلاقات, علاقات الزبائن',
  },
  revenueStreams: {
    whole: 'Revenue Stream, Einnahmequellen, Einnahmequelle, Erlösquellen, مصادر الإيرادات, مصادر الدخل',
    short: 'revenues, revenue, income, Einnahmen, Erlöse, Umsatz, الإيرادات, تدفقات الإيرادات',
  },
  keyResources: {
    whole: 'Key Resource, Schlüsselressourcen, Schlüsselressource, الموارد الرئيسية, الموارد الرئيسة',
    short: 'resources, resource, Ressourcen, الموارد',
  },
  keyActivities: {
    whole: 'Key Activity, Schlüsselaktivitäten, Schlüsselaktivität, الأنشطة الرئيسية, الأنشطة الرئيسة',
    short: 'activities, activity, Aktivitäten, الأنشطة',
  },
  keyPartnerships: {
    whole:
      'Key Partnership, Key Partners, Key Partner, Schlüsselpartner, Schlüsselpartnerschaften, الشراكات الرئيسية, الشركاء الرئيسيون, الشركاء الرئيسيين',
    short: 'partnerships, partners, partner, partner network, suppliers, Partnerschaften, الشركاء, الشراكات',
  },
  costStructure: {
    whole: 'cost structures, Kostenstruktur, هيكل التكاليف, بنية التكاليف',
    short: 'costs, cost, Kosten, التكاليف',
  },
  parking: { whole: 'Parkplatz, ساحة الانتظار', short: 'parking, parked, car park' },
}

/** Letters and `$` only, small and without accents; a number in front ("1. Customers") says nothing. */
const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^[\s\p{Nd}.)]+/u, '')
    .replace(/[^\p{L}$]/gu, '')

const named = (namesOf: (area: Area) => readonly string[]): ReadonlyMap<string, Area> =>
  new Map(AREAS.flatMap(area => namesOf(area).map(name => [fold(name), area] as const)))

const WHOLE = named(area => [areaName(area), area, ...NAMES[area].whole.split(', ')])
const SHORT = named(area => [...NAMES[area].short.split(', '), ...(area === 'parking' ? [] : [BLOCKS[area].code])])

/** The area that a person means by a name, a code, or a common variant such as "Key Partners". */
export const areaNamed = (name: string): Area | undefined => areaTitled(name) ?? SHORT.get(fold(name))

/** The same by whole names only. */
export const areaTitled = (name: string): Area | undefined => WHOLE.get(fold(name))
