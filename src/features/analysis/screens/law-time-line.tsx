import type { Obligations, Stage } from '../../../web/client/obligations.ts';
import { CheckMark } from '../../../web/kit/signs/signs.tsx';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { say } from '../../../web/say.ts';
import { longDay, shortDay } from './days.ts';
import { LawPicture, legend } from './law-picture.tsx';
import { layOut } from './time-line-layout.ts';
import './time-line.css';

/** A day with what happens on it, for the list and the table. */
type DayRow = { readonly law: string; readonly stage: Stage; readonly short: string; readonly whole: string };

/** The laws on one scale of years; as a list where there is little room, and as a table beside either. */
export function LawTimeLine({ view }: { readonly view: Obligations }) {
  const rows = dayRows(view);
  const layout = layOut(view.timeLine, view.today);
  return (
    <section className="law-section" aria-labelledby="time-line">
      <h2 id="time-line">{say('obligations.timeLine.title')}</h2>
      {view.timeLine.length === 0 ? (
        <p className="soft">{say('obligations.timeLine.none')}</p>
      ) : (
        <>
          <ul className="law-legend small">
            {legend.map(({ name, sign }) => (
              <li key={name}>
                <span className="mark">
                  <svg aria-hidden="true" viewBox="0 0 16 16">
                    {sign}
                  </svg>
                  {say(`obligations.timeLine.legend.${name}`)}
                </span>
              </li>
            ))}
          </ul>
          <LawPicture layout={layout} alt={altOf(view, rows)} />
          <DayList view={view} rows={rows} />
          <Twin title={say('obligations.timeLine.table')}>
            <DayTable view={view} rows={rows} />
          </Twin>
        </>
      )}
    </section>
  );
}

function dayRows({ timeLine, obligations }: Obligations): readonly DayRow[] {
  const titles = new Map(obligations.map(({ id, title }) => [id, title]));
  return timeLine
    .flatMap(({ title: law, stages }) =>
      stages.map((stage) => {
        const duties = stage.duties.map((id) => titles.get(id) ?? id);
        return { law, stage, short: shortText(stage, duties), whole: duties.join('; ') || nothingDue(stage) };
      }),
    )
    .toSorted((left, right) => left.stage.date.localeCompare(right.stage.date));
}

const nothingDue = ({ event }: Stage): string => say('obligations.timeLine.nothingDue', { event: event ?? '' });

function shortText(stage: Stage, [first, ...others]: readonly string[]): string {
  if (first === undefined) return nothingDue(stage);
  return others.length === 0 ? first : say('obligations.timeLine.several', { count: others.length + 1, first });
}

/** The finding in words: what comes next. */
function altOf({ today }: Obligations, rows: readonly DayRow[]): string {
  const next = rows.find(({ stage }) => stage.date > today);
  return say('obligations.timeLine.alt', {
    first: String(Number(today.slice(0, 4)) - 2),
    last: rows.at(-1)?.stage.date.slice(0, 4) ?? today.slice(0, 4),
    next:
      next === undefined
        ? say('obligations.timeLine.noNext')
        : say('obligations.timeLine.next', { date: longDay(next.stage.date), law: next.law, what: next.short }),
  });
}

const unknownStarts = ({ timeLine }: Obligations): readonly string[] =>
  timeLine.filter(({ isSinceUnknown }) => isSinceUnknown).map(({ title }) => title);

function DayList({ view, rows }: { readonly view: Obligations; readonly rows: readonly DayRow[] }) {
  const past = rows.filter(({ stage }) => stage.date <= view.today);
  const ahead = rows.filter(({ stage }) => stage.date > view.today);
  const item = ({ law, stage, short }: DayRow) => (
    <li key={`${law} ${stage.date}`} className={stage.duties.length === 0 ? 'moves' : undefined}>
      <time dateTime={stage.date}>{longDay(stage.date)}</time>
      <strong>{law}</strong> {short}
    </li>
  );
  return (
    <ol className="law-days">
      {unknownStarts(view).map((law) => (
        <li key={law}>
          <span className="day">{say('obligations.timeLine.sinceUnknown')}</span>
          <strong>{law}</strong> {say('obligations.timeLine.binds')}
        </li>
      ))}
      {past.map(item)}
      <li className="today">
        <time dateTime={view.today}>{longDay(view.today)}</time>
        {say('obligations.timeLine.today')}
      </li>
      {ahead.map(item)}
    </ol>
  );
}

function DayTable({ view, rows }: { readonly view: Obligations; readonly rows: readonly DayRow[] }) {
  const head = (name: 'date' | 'law' | 'what' | 'checked') => say(`obligations.timeLine.heads.${name}`);
  const caption = say('obligations.timeLine.caption');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached, WCAG 2.1.1.
    <section className="law-table" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head('date')}</th>
            <th scope="col">{head('law')}</th>
            <th scope="col">{head('what')}</th>
            <th scope="col">{head('checked')}</th>
          </tr>
        </thead>
        <tbody>
          {unknownStarts(view).map((law) => (
            <tr key={law}>
              <th scope="row">{say('obligations.timeLine.sinceUnknown')}</th>
              <td>{law}</td>
              <td colSpan={2}>{say('obligations.timeLine.binds')}</td>
            </tr>
          ))}
          {rows.map(({ law, stage, whole }) => (
            <tr key={`${law} ${stage.date}`}>
              <th scope="row">{shortDay(stage.date)}</th>
              <td>{law}</td>
              <td>{whole}</td>
              <td>
                <CheckMark status={stage.status} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
