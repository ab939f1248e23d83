// The first text of a privacy notice, from what the software stores. The union reads, adapts and checks it.

interface Facts {
  readonly name: string;
  readonly seat: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  /** Contact of the data protection officer. */
  readonly dpo: string;
}

export const it = {
  open: '[recapito del responsabile della protezione dei dati]',
  text: ({ name, seat, address, phone, email, dpo }: Facts) => `Qui trovi come usiamo i tuoi dati quando prenoti un appuntamento, come chiede l’articolo 13 del regolamento europeo 2016/679 (GDPR).

## Chi li tratta
Il titolare è ${name}, con sede a ${seat}, ${address}, telefono ${phone}, e-mail ${email}.

Il responsabile della protezione dei dati si raggiunge così: ${dpo}.

## Quali dati
- nome, cognome, e un’e-mail oppure un telefono;
- il codice fiscale, solo se lo scrivi;
- comune, servizio, giorno e ora dell’appuntamento, quello che scrivi nei dettagli e le risposte alle domande;
- l’indirizzo, solo per un appuntamento a domicilio;
- il nome della persona o dell’impresa per cui prenoti, se non è per te;
- i documenti che carichi, se lo fai;
- la valutazione che lasci, se lo fai;
- l’indirizzo di rete del tuo dispositivo, per proteggere il sito dagli abusi.

Scrivi solo quello che serve: niente dati sulla salute o altri dati delicati, se l’ufficio non te li chiede.

## Perché
Per fissare l’appuntamento, prepararlo, ricordartelo e svolgerlo, e per tenere sicuro il servizio. Sono compiti di interesse pubblico (articolo 6, paragrafo 1, lettera e, del GDPR), quindi non ti chiediamo un consenso. Senza nome e recapito non puoi prenotare da qui: puoi farlo per telefono.

## Chi li vede
Il personale degli uffici a cui è affidato l’appuntamento. Il programma registra chi li consulta e chi li cambia. Le imprese che gestiscono per noi il programma, la posta e le videochiamate possono trattarli solo per nostro incarico. Non li vendiamo e non decidiamo nulla su di te in modo automatico.

## La videochiamata
Non registriamo voce e immagini. Entra solo chi ha il collegamento dell’appuntamento.

## Per quanto tempo
- un orario scelto e non confermato torna libero dopo pochi minuti;
- 12 mesi dopo l’appuntamento il programma toglie nome, recapiti, risposte e documenti: restano numeri per le statistiche;
- i messaggi che ti abbiamo inviato e le segnalazioni: 12 mesi;
- il registro degli accessi del personale: almeno 6 mesi; i valori nel registro delle modifiche: 24 mesi.

## Cookie
Il sito conserva nel tuo dispositivo solo ciò che serve per funzionare. Non c’è profilazione e il sito non chiede nulla a terzi.

## I tuoi diritti
Puoi chiedere di vedere, correggere o cancellare i tuoi dati, di limitarne l’uso, e puoi opporti. Scrivi a ${email} o chiama ${phone}. Puoi anche fare reclamo al Garante per la protezione dei dati personali (www.garanteprivacy.it).`,
};
