// The icons that the site uses, as files of the framework; nothing else of its set travels.
import arrowLeft from 'bootstrap-italia/src/svg/it-arrow-left.svg?raw';
import arrowRight from 'bootstrap-italia/src/svg/it-arrow-right.svg?raw';
import burger from 'bootstrap-italia/src/svg/it-burger.svg?raw';
import calendar from 'bootstrap-italia/src/svg/it-calendar.svg?raw';
import check from 'bootstrap-italia/src/svg/it-check.svg?raw';
import clock from 'bootstrap-italia/src/svg/it-clock.svg?raw';
import close from 'bootstrap-italia/src/svg/it-close-big.svg?raw';
import collapse from 'bootstrap-italia/src/svg/it-collapse.svg?raw';
import error from 'bootstrap-italia/src/svg/it-error.svg?raw';
import expand from 'bootstrap-italia/src/svg/it-expand.svg?raw';
import externalLink from 'bootstrap-italia/src/svg/it-external-link.svg?raw';
import help from 'bootstrap-italia/src/svg/it-help-circle.svg?raw';
import home from 'bootstrap-italia/src/svg/it-pa.svg?raw';
import mail from 'bootstrap-italia/src/svg/it-mail.svg?raw';
import place from 'bootstrap-italia/src/svg/it-map-marker.svg?raw';
import horn from 'bootstrap-italia/src/svg/it-horn.svg?raw';
import search from 'bootstrap-italia/src/svg/it-search.svg?raw';
import starFull from 'bootstrap-italia/src/svg/it-star-full.svg?raw';
import starOutline from 'bootstrap-italia/src/svg/it-star-outline.svg?raw';
import telephone from 'bootstrap-italia/src/svg/it-telephone.svg?raw';
import user from 'bootstrap-italia/src/svg/it-user.svg?raw';
import video from 'bootstrap-italia/src/svg/it-video.svg?raw';
import house from './house.svg?raw';

const files = {
  'arrow-left': arrowLeft,
  'arrow-right': arrowRight,
  burger,
  calendar,
  check,
  clock,
  close,
  collapse,
  error,
  expand,
  'external-link': externalLink,
  help,
  horn,
  house,
  mail,
  pa: home,
  place,
  search,
  'star-full': starFull,
  'star-outline': starOutline,
  telephone,
  user,
  video,
};

export type IconName = keyof typeof files;

/** The drawing inside the `<svg>` of the file. */
export function drawingOf(name: IconName): string {
  const file = files[name];
  return file.slice(file.indexOf('>') + 1, file.lastIndexOf('</svg>'));
}
