/** `{ path }` of coturn, installed where we may; or `{ why }` there is none. */
export function provideTurnServer(): Promise<{ path: string } | { path?: undefined; why: string }>;
