import { showUnion, type Union } from '@sportello/contract';
import { useQuery } from '@tanstack/react-query';
import { ask, type Ask, queryClient } from './api.ts';
import { useLanguage } from './messages/LanguageContext.tsx';
import { currentLanguage } from './session/language-choice.ts';
import { device } from './storage.ts';

const name = 'union';

/** Name, contacts and links of the union. What came last time is kept, so that the phone number is there when we are not. */
export const union: Ask<Union> = (language) => {
  const question = ask(showUnion, {})(language);
  return { ...question, queryFn: async (context) => remember(await question.queryFn(context)) };
};

/** The union as it answers now, or else as it was last time; null before the very first answer. */
export function useUnion(): Union | null {
  const { data } = useQuery({ ...union(useLanguage()), placeholderData: rememberedUnion });
  return data ?? rememberedUnion() ?? null;
}

const longestWait = 1500;

/** Resolves when the head of the page can be drawn as it will stay: at once but for the first visit, or when it takes too long. */
export async function unionIsKnown(): Promise<void> {
  if (rememberedUnion()) return;
  const answer = queryClient.query(union(currentLanguage())).catch(() => undefined);
  await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, longestWait))]);
}

/** The address of a link that the administrator has set, such as the declaration of accessibility. */
export function linkOf(known: Union | null, rel: string): string | undefined {
  return known?.links.find((link) => link.rel === rel)?.url;
}

function remember(answer: Union): Union {
  remembered = answer;
  device.write(name, JSON.stringify(answer));
  return answer;
}

let remembered: Union | undefined;

function rememberedUnion(): Union | undefined {
  remembered ??= read(device.read(name));
  return remembered;
}

function read(text: string | null): Union | undefined {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    return isUnion(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Written by an earlier version of the site, perhaps: only what the head and the foot of a page need is looked at. */
function isUnion(kept: unknown): kept is Union {
  const texts = ['name', 'phone', 'email', 'address'];
  return typeof kept === 'object' && kept !== null && 'links' in kept && Array.isArray(kept.links) && texts.every((key) => typeof kept[key as keyof typeof kept] === 'string');
}
