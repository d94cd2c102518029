/** Days as the user's clock has them, as `2026-05-01`. */
export function today(now = new Date()): string {
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** So many months from a day on; the last of a month that is too short. */
export function monthsFrom(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(year, month + months, 0).getDate();
  return today(new Date(year, month - 1 + months, Math.min(date, last)));
}
