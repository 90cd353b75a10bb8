import { primary } from './country.js';
import type { DisputedMode } from './map-view.js';

/** What a map says in words. Names of countries and places are given in the nominative: the patterns ask for no other case. */
export interface MapWords {
  readonly showing: (countries: string) => string;
  readonly focus: (countries: string) => string;
  /** Countries the author coloured and said nothing of; groups of one colour each. */
  readonly highlighted: (groups: string) => string;
  /** What a colour means, as the author's legend has it, and the countries that have it. */
  readonly group: (meaning: string, countries: string) => string;
  readonly places: (places: string) => string;
  readonly borders: (borders: string) => string;
  /** Lines and arrows, each with its ends. */
  readonly routes: (routes: string) => string;
  readonly capital: string;
  readonly inside: (country: string) => string;
  readonly onBorder: (countries: string) => string;
  readonly atSea: string;
  readonly km: string;
  readonly data: (millions: number) => string;
  readonly crimea: Readonly<Record<DisputedMode, string>>;
  readonly noScale: string;
}

/** English where the deck's language has no words here. */
export function mapWords(lang: string): MapWords {
  return words[primary(lang)] ?? english;
}

const english: MapWords = {
  showing: (countries) => `Map showing ${countries}.`,
  focus: (countries) => `In full colour: ${countries}.`,
  highlighted: (groups) => `Highlighted: ${groups}.`,
  group: (meaning, countries) => `${meaning}: ${countries}.`,
  places: (places) => `Places: ${places}.`,
  borders: (borders) => `Marked borders: ${borders}.`,
  routes: (routes) => `Lines: ${routes}.`,
  capital: 'capital',
  inside: (country) => `in ${country}`,
  onBorder: (countries) => `on the border ${countries}`,
  atSea: 'at sea',
  km: 'km',
  data: (millions) => `Map: Natural Earth, 1 : ${millions} million; disputed borders as they are held on the ground.`,
  crimea: {
    default:
      'Crimea (hatched), occupied by Russia, is drawn as Ukraine’s, following UN General Assembly resolution 68/262.',
    plain: 'Crimea is drawn as Ukraine’s, following UN General Assembly resolution 68/262.',
    'natural-earth':
      'Crimea is drawn as Russia’s, as in the data; UN General Assembly resolution 68/262 holds it to be Ukraine’s.',
  },
  noScale: 'The scale varies over the map.',
};

const words: Readonly<Record<string, MapWords>> = {
  en: english,
  be: {
    showing: (countries) => `Карта. Краіны: ${countries}.`,
    focus: (countries) => `Поўным колерам: ${countries}.`,
    highlighted: (groups) => `Вылучана: ${groups}.`,
    group: (meaning, countries) => `${meaning}: ${countries}.`,
    places: (places) => `Месцы: ${places}.`,
    borders: (borders) => `Вылучаныя межы: ${borders}.`,
    routes: (routes) => `Лініі: ${routes}.`,
    capital: 'сталіца',
    inside: (country) => country,
    onBorder: (countries) => `мяжа ${countries}`,
    atSea: 'мора',
    km: 'км',
    data: (millions) => `Карта: Natural Earth, 1 : ${millions} млн; спрэчныя межы — паводле фактычнага кантролю.`,
    crimea: {
      default:
        'Заштрыхаваны Крым акупаваны Расіяй і паказаны як Украіна паводле рэзалюцыі 68/262 Генеральнай Асамблеі ААН.',
      plain: 'Крым паказаны як Украіна паводле рэзалюцыі 68/262 Генеральнай Асамблеі ААН.',
      'natural-earth':
        'Крым паказаны з Расіяй, як у даных; рэзалюцыя 68/262 Генеральнай Асамблеі ААН пацвярджае, што гэта Украіна.',
    },
    noScale: 'Маштаб на карце неаднолькавы.',
  },
  de: {
    showing: (countries) => `Karte. Länder: ${countries}.`,
    focus: (countries) => `In voller Farbe: ${countries}.`,
    highlighted: (groups) => `Hervorgehoben: ${groups}.`,
    group: (meaning, countries) => `${meaning}: ${countries}.`,
    places: (places) => `Orte: ${places}.`,
    borders: (borders) => `Hervorgehobene Grenzen: ${borders}.`,
    routes: (routes) => `Linien: ${routes}.`,
    capital: 'Hauptstadt',
    inside: (country) => country,
    onBorder: (countries) => `Grenze ${countries}`,
    atSea: 'auf See',
    km: 'km',
    data: (millions) => `Karte: Natural Earth, 1 : ${millions} Mio.; strittige Grenzen nach tatsächlicher Kontrolle.`,
    crimea: {
      default:
        'Die schraffierte Krim ist von Russland besetzt und nach Resolution 68/262 der UN-Generalversammlung als Teil der Ukraine gezeigt.',
      plain: 'Die Krim ist nach Resolution 68/262 der UN-Generalversammlung als Teil der Ukraine gezeigt.',
      'natural-earth':
        'Die Krim ist wie in den Daten bei Russland gezeigt; nach Resolution 68/262 der UN-Generalversammlung gehört sie zur Ukraine.',
    },
    noScale: 'Der Maßstab ist nicht überall auf der Karte gleich.',
  },
  fr: {
    showing: (countries) => `Carte. Pays\u00A0: ${countries}.`,
    focus: (countries) => `En couleur pleine\u00A0: ${countries}.`,
    highlighted: (groups) => `Mis en évidence\u00A0: ${groups}.`,
    group: (meaning, countries) => `${meaning}\u00A0: ${countries}.`,
    places: (places) => `Lieux\u00A0: ${places}.`,
    borders: (borders) => `Frontières marquées\u00A0: ${borders}.`,
    routes: (routes) => `Lignes\u00A0: ${routes}.`,
    capital: 'capitale',
    inside: (country) => country,
    onBorder: (countries) => `frontière ${countries}`,
    atSea: 'en mer',
    km: 'km',
    data: (millions) =>
      `Carte\u00A0: Natural Earth, 1\u00A0: ${millions} millions\u00A0; frontières contestées selon le contrôle effectif.`,
    crimea: {
      default:
        'La Crimée (hachurée), occupée par la Russie, figure en Ukraine, selon la résolution 68/262 de l’Assemblée générale de l’ONU.',
      plain: 'La Crimée figure en Ukraine, selon la résolution 68/262 de l’Assemblée générale de l’ONU.',
      'natural-earth':
        'La Crimée figure en Russie, comme dans les données\u00A0; selon la résolution 68/262 de l’Assemblée générale de l’ONU, elle est à l’Ukraine.',
    },
    noScale: 'L’échelle varie sur la carte.',
  },
  lt: {
    showing: (countries) => `Žemėlapis. Šalys: ${countries}.`,
    focus: (countries) => `Ištisine spalva: ${countries}.`,
    highlighted: (groups) => `Išryškinta: ${groups}.`,
    group: (meaning, countries) => `${meaning}: ${countries}.`,
    places: (places) => `Vietos: ${places}.`,
    borders: (borders) => `Pažymėtos sienos: ${borders}.`,
    routes: (routes) => `Linijos: ${routes}.`,
    capital: 'sostinė',
    inside: (country) => country,
    onBorder: (countries) => `siena ${countries}`,
    atSea: 'jūra',
    km: 'km',
    data: (millions) => `Žemėlapis: Natural Earth, 1 : ${millions} mln.; ginčijamos sienos – pagal faktinę kontrolę.`,
    crimea: {
      default:
        'Užbrūkšniuotas Krymas okupuotas Rusijos; pavaizduotas kaip Ukraina pagal JT Generalinės Asamblėjos rezoliuciją 68/262.',
      plain: 'Krymas pavaizduotas kaip Ukraina pagal JT Generalinės Asamblėjos rezoliuciją 68/262.',
      'natural-earth':
        'Krymas pavaizduotas su Rusija, kaip duomenyse; JT Generalinės Asamblėjos rezoliucija 68/262 patvirtina, kad tai Ukraina.',
    },
    noScale: 'Mastelis žemėlapyje nevienodas.',
  },
  pl: {
    showing: (countries) => `Mapa. Kraje: ${countries}.`,
    focus: (countries) => `Pełnym kolorem: ${countries}.`,
    highlighted: (groups) => `Wyróżniono: ${groups}.`,
    group: (meaning, countries) => `${meaning}: ${countries}.`,
    places: (places) => `Miejsca: ${places}.`,
    borders: (borders) => `Wyróżnione granice: ${borders}.`,
    routes: (routes) => `Linie: ${routes}.`,
    capital: 'stolica',
    inside: (country) => country,
    onBorder: (countries) => `granica ${countries}`,
    atSea: 'morze',
    km: 'km',
    data: (millions) => `Mapa: Natural Earth, 1 : ${millions} mln; sporne granice według faktycznej kontroli.`,
    crimea: {
      default:
        'Zakreskowany Krym jest okupowany przez Rosję; pokazany jako Ukraina zgodnie z rezolucją 68/262 Zgromadzenia Ogólnego ONZ.',
      plain: 'Krym pokazany jako Ukraina zgodnie z rezolucją 68/262 Zgromadzenia Ogólnego ONZ.',
      'natural-earth':
        'Krym pokazany z Rosją, jak w danych; rezolucja 68/262 Zgromadzenia Ogólnego ONZ potwierdza, że to Ukraina.',
    },
    noScale: 'Skala mapy nie jest jednolita.',
  },
  ru: {
    showing: (countries) => `Карта. Страны: ${countries}.`,
    focus: (countries) => `Полным цветом: ${countries}.`,
    highlighted: (groups) => `Выделено: ${groups}.`,
    group: (meaning, countries) => `${meaning}: ${countries}.`,
    places: (places) => `Места: ${places}.`,
    borders: (borders) => `Выделенные границы: ${borders}.`,
    routes: (routes) => `Линии: ${routes}.`,
    capital: 'столица',
    inside: (country) => country,
    onBorder: (countries) => `граница ${countries}`,
    atSea: 'море',
    km: 'км',
    data: (millions) => `Карта: Natural Earth, 1 : ${millions} млн; спорные границы — по фактическому контролю.`,
    crimea: {
      default:
        'Заштрихованный Крым оккупирован Россией и показан как Украина согласно резолюции 68/262 Генеральной Ассамблеи ООН.',
      plain: 'Крым показан как Украина согласно резолюции 68/262 Генеральной Ассамблеи ООН.',
      'natural-earth':
        'Крым показан с Россией, как в данных; резолюция 68/262 Генеральной Ассамблеи ООН подтверждает, что это Украина.',
    },
    noScale: 'Масштаб на карте неодинаков.',
  },
  uk: {
    showing: (countries) => `Карта. Країни: ${countries}.`,
    focus: (countries) => `Повним кольором: ${countries}.`,
    highlighted: (groups) => `Виділено: ${groups}.`,
    group: (meaning, countries) => `${meaning}: ${countries}.`,
    places: (places) => `Місця: ${places}.`,
    borders: (borders) => `Виділені кордони: ${borders}.`,
    routes: (routes) => `Лінії: ${routes}.`,
    capital: 'столиця',
    inside: (country) => country,
    onBorder: (countries) => `кордон ${countries}`,
    atSea: 'море',
    km: 'км',
    data: (millions) => `Карта: Natural Earth, 1 : ${millions} млн; спірні кордони — за фактичним контролем.`,
    crimea: {
      default:
        'Заштрихований Крим окупований Росією і показаний як Україна згідно з резолюцією 68/262 Генеральної Асамблеї ООН.',
      plain: 'Крим показано як Україну згідно з резолюцією 68/262 Генеральної Асамблеї ООН.',
      'natural-earth':
        'Крим показано з Росією, як у даних; резолюція 68/262 Генеральної Асамблеї ООН підтверджує, що це Україна.',
    },
    noScale: 'Масштаб на карті неоднаковий.',
  },
};
