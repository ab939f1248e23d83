import { calendars } from './calendars.ts';
import { lifeEvents } from './life-events.ts';
import { municipalities } from './municipalities.ts';
import { offices } from './offices.ts';
import { places } from './places.ts';
import { digitalServices } from './services/amico-digitale.ts';
import { answerServices } from './services/punto-risposte.ts';
import { suapServices } from './services/suap.ts';
import { sueServices } from './services/sue.ts';
import { technicalServices } from './services/ufficio-tecnico.ts';
import type { DemoContent } from './shape.ts';
import { union } from './union.ts';

/** Everything that the demo union publishes and offers. */
export const demoContent: DemoContent = {
  union,
  municipalities,
  offices,
  places,
  lifeEvents,
  services: [...technicalServices, ...suapServices, ...sueServices, ...answerServices, ...digitalServices],
  calendars,
};
