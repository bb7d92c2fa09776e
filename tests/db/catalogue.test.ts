/** The whole catalogue, not what we remember of it: a table without an organisation, its policy and force does not pass. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database, Writer } from '../../src/platform/db/database.ts';
import { openOrThrow } from '../support/database.ts';
import { forEachEngine } from './engines.ts';

/** Tables that belong to no organisation, each with the reason. */
const installationTables: Readonly<Record<string, string>> = {
  migration: 'what was applied to the database itself; nobody but its owner writes it',
  organisation: 'the list of organisations; each sees its own row by a policy on its id',
  account: 'people, who may belong to several organisations; each sees the names of its members',
  mail: 'sent by one loop for all; each organisation writes its own by a policy, and reads nothing of what it says',
  membership: 'read to find out which organisation a person is in; each sees its own by a policy',
  session: 'read before anything is known of who asks',
  guest_link: 'read by its secret to find out whose it is; each organisation sees its own by a policy',
  invitation: 'read by its secret before anyone is signed in; each organisation sees its own by a policy',
  service_token: 'read by its secret to find out which organisation asks; each sees its own by a policy',
  words_due: 'seen to at a start, for all organisations; what is due are ids alone',
};

type Table = {
  readonly name: string;
  readonly orgColumn: string | null;
  readonly isForced: boolean;
  readonly policies: readonly string[];
  readonly appRights: string;
  readonly installationRights: string;
};

const OWN = '(org_id = current_org())';
/** Letting someone in is told in the trail of the organisation, by a transaction of the installation. */
const audited = { name: 'audit_entry', policy: 'installation a using  check true', right: 'insert' };
const SOME = '(organisation_id = current_org())';
const seesOwn = `own_organisation * using ${SOME} check ${SOME}`;

const tablesOf = async (db: Writer): Promise<readonly Table[]> =>
  (
    await sql<Table>`
      select t.relname as name,
        (select format_type(a.atttypid, null) || case when a.attnotnull then ' not null' else '' end
          from pg_attribute a where a.attrelid = t.oid and a.attname = 'org_id') as "orgColumn",
        t.relrowsecurity and t.relforcerowsecurity as "isForced",
        array(select format('%s %s using %s check %s', p.polname, p.polcmd, pg_get_expr(p.polqual, t.oid),
          pg_get_expr(p.polwithcheck, t.oid)) from pg_policy p where p.polrelid = t.oid order by 1) as policies,
        ${rights('theriac_app')} as "appRights", ${rights('theriac_installation')} as "installationRights"
      from pg_class t
      where t.relkind in ('r', 'p', 'f', 'm', 'v') and t.relnamespace not in
        (select oid from pg_namespace where nspname in ('pg_catalog', 'information_schema', 'pg_toast'))
      order by t.relname`.execute(db)
  ).rows;

const rights = (role: string) => sql<string>`
  array_to_string(array(select r from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) r
    where has_table_privilege(${role}, t.oid, r)), ' ')`;

forEachEngine(({ fresh }) => {
  let database: Database;
  beforeAll(async () => void (database = await openOrThrow(await fresh())));
  afterAll(() => database.close());

  test('catalogue: every table of organisations is guarded', async () => {
    const tables = await database.inInstallation(tablesOf);
    const guarded = tables.filter(({ name }) => !Object.hasOwn(installationTables, name));
    expect(guarded.length).toBeGreaterThan(2);
    for (const { name, orgColumn, isForced, policies, installationRights } of guarded)
      expect({ name, orgColumn, isForced, policies, installationRights }).toEqual({
        name,
        orgColumn: 'uuid not null',
        isForced: true,
        policies: [...(name === audited.name ? [audited.policy] : []), `own_organisation * using ${OWN} check ${OWN}`],
        installationRights: name === audited.name ? audited.right : '',
      });
  });

  test('catalogue: each key of such a table begins with its organisation, so that cost does not grow with their number', async () => {
    const keys = (db: Writer) =>
      sql<{ name: string; first: string }>`
        select t.relname as name, a.attname as first from pg_class t join pg_index i on i.indrelid = t.oid
        join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
        where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
          and exists (select from pg_attribute o where o.attrelid = t.oid and o.attname = 'org_id')`.execute(db);
    const { rows } = await database.inInstallation(keys);
    expect(rows.filter(({ first }) => first !== 'org_id')).toEqual([]);
  });

  test('catalogue: the exceptions are still there, and still closed to an organisation’s writing', async () => {
    const tables = await database.inInstallation(tablesOf);
    const exceptions = tables.filter(({ name }) => Object.hasOwn(installationTables, name));
    expect(exceptions).toMatchObject([
      { name: 'account', appRights: '', installationRights: 'select insert update', isForced: true },
      {
        name: 'guest_link',
        appRights: 'select insert update delete',
        installationRights: 'select',
        isForced: true,
        policies: ['installation * using true check true', seesOwn],
      },
      {
        name: 'invitation',
        appRights: 'select insert delete',
        isForced: true,
        policies: ['installation * using true check true', seesOwn],
      },
      {
        name: 'mail',
        appRights: 'insert delete',
        installationRights: 'select update delete',
        isForced: true,
        policies: ['installation * using true check true', seesOwn],
      },
      {
        name: 'membership',
        appRights: 'select update delete',
        isForced: true,
        policies: ['installation * using true check true', seesOwn],
      },
      { name: 'migration', appRights: '', installationRights: 'select' },
      { name: 'organisation', appRights: 'select', installationRights: 'select insert update', isForced: true },
      {
        name: 'service_token',
        appRights: 'select insert update',
        isForced: true,
        policies: ['installation * using true check true', seesOwn],
      },
      { name: 'session', appRights: '', isForced: true, policies: ['installation * using true check true'] },
      {
        name: 'words_due',
        appRights: '',
        installationRights: 'select delete',
        isForced: true,
        policies: ['installation * using true check true'],
      },
    ]);
  });

  test('catalogue: no organisation can read the hash of a password', async () => {
    const columns = (db: Writer) =>
      sql<{ name: string }>`
        select a.attname as name from pg_attribute a where a.attrelid = 'account'::regclass and a.attnum > 0
          and has_column_privilege('theriac_app', a.attrelid, a.attname, 'select') order by 1`.execute(db);
    const { rows } = await database.inInstallation(columns);
    expect(rows.map(({ name }) => name)).toEqual(['closed_at', 'created_at', 'email', 'id', 'mail_due', 'name']);
  });

  test('catalogue: the audit trail can only grow', async () => {
    const audit = (await database.inInstallation(tablesOf)).find(({ name }) => name === 'audit_entry');
    expect(audit?.appRights).toBe('select insert');
  });
});
