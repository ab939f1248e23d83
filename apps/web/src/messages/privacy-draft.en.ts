import type { it } from './privacy-draft.it.ts';

export const en: typeof it = {
  open: '[contact of the data protection officer]',
  text: ({ name, seat, address, phone, email, dpo }) => `This is how we use your data when you book an appointment, as article 13 of Regulation (EU) 2016/679 (GDPR) asks.

## Who is responsible
The controller is ${name}, with its seat in ${seat}, ${address}, phone ${phone}, e-mail ${email}.

The data protection officer can be reached like this: ${dpo}.

## Which data
- first name and surname, and an e-mail or a phone;
- the tax code, only if you write it;
- comune, service, day and time of the appointment, what you write in the details, and your answers to questions;
- the address, only for an appointment at home;
- the name of the person or the firm for whom you book, if it is not yourself;
- the documents that you upload, if you do;
- the rating that you leave, if you do;
- the network address of your device, to guard the site against abuse.

Write only what is needed: no data on health or other delicate data, unless the office asks for them.

## Why
To make the appointment, prepare it, remind you of it and hold it, and to keep the service safe. These are tasks in the public interest (article 6(1)(e) of the GDPR), so we do not ask for consent. Without a name and a contact you cannot book here: you can by phone.

## Who sees them
The staff of the offices that look after the appointment. The program records who looks at them and who changes them. Firms that run the program, the mail and the video calls for us may use them on our instruction only. We do not sell them and decide nothing about you automatically.

## The video call
We record neither voice nor pictures. Only who has the link of the appointment comes in.

## For how long
- a time that was chosen and not confirmed is free again after some minutes;
- 12 months after the appointment the program takes away name, contacts, answers and documents: figures for the statistics stay;
- messages that we sent you, and reports: 12 months;
- the access log of the staff: 6 months at least; the values in the record of changes: 24 months.

## Cookies
The site keeps on your device only what it needs to work. There is no profiling, and the site asks nothing of third parties.

## Your rights
You may ask to see, correct or erase your data or to limit their use, and you may object. Write to ${email} or call ${phone}. You may also complain to the Italian data protection authority (www.garanteprivacy.it).`,
};
