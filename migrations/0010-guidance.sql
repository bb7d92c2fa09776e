-- Guidance that comes in files of others: each import with its bytes, and the editions, mapping sets, matrices and
-- catalogue entries that it brought. Rules for every migration stand in 0001-init.sql.
--
-- Nothing of it is ever changed: nobody is granted update. An import is taken away whole, and what it brought goes with it by
-- the references below; whatever comes to rest on an edition refers to it without a cascade, and so keeps it.

create table guidance_import (
  org_id uuid not null default current_org() references organisation,
  id uuid not null default gen_random_uuid(),
  at timestamptz not null,
  actor text not null check (actor <> ''),
  file_name text not null check (file_name <> ''),
  -- As it came, byte by byte.
  bytes bytea not null,
  size integer not null check (size > 0 and size = octet_length(bytes)),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  format text not null check (format <> ''),
  -- What other files call this one, where it has a name.
  urn text,
  title text not null,
  publisher text,
  packager text,
  edition text,
  language text not null,
  -- What the file says on rights, word by word.
  licence text,
  -- Where it comes from, as whoever loaded it names it: an address, or words.
  source text check (source <> ''),
  -- What the file says of itself as a whole, in its language and in others.
  about jsonb not null check (jsonb_typeof(about) = 'object'),
  needs jsonb not null check (jsonb_typeof(needs) = 'array'),
  counts jsonb not null check (jsonb_typeof(counts) = 'object'),
  -- Each edition and mapping set in the file, and whether it was there before.
  parts jsonb not null check (jsonb_typeof(parts) = 'array'),
  findings jsonb not null check (jsonb_typeof(findings) = 'array'),
  -- What was not carried, item by item.
  losses jsonb not null check (jsonb_typeof(losses) = 'array'),
  primary key (org_id, id),
  unique (org_id, digest)
);
alter table guidance_import enable row level security;
alter table guidance_import force row level security;
create policy own_organisation on guidance_import using (org_id = current_org()) with check (org_id = current_org());
grant select, insert, delete on guidance_import to theriac_app;

-- An edition of a framework. A new edition stands beside it; the old one stays what it was.
create table framework_edition (
  org_id uuid not null default current_org() references organisation,
  id uuid not null default gen_random_uuid(),
  import_id uuid not null,
  urn text not null check (urn <> ''),
  edition text not null,
  title text not null,
  language text not null,
  -- SHA-256 of all that it says.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  counts jsonb not null check (jsonb_typeof(counts) = 'object'),
  -- All but its requirements.
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  primary key (org_id, id),
  unique (org_id, urn, edition),
  foreign key (org_id, import_id) references guidance_import (org_id, id) on delete cascade
);
create index framework_edition_by_import on framework_edition (org_id, import_id);
alter table framework_edition enable row level security;
alter table framework_edition force row level security;
create policy own_organisation on framework_edition using (org_id = current_org()) with check (org_id = current_org());
grant select, insert on framework_edition to theriac_app;

create table edition_requirement (
  org_id uuid not null default current_org() references organisation,
  edition_id uuid not null,
  id text not null check (id <> ''),
  parent text,
  position integer not null check (position >= 0),
  number text,
  title text,
  text text,
  note text,
  is_assessable boolean not null,
  -- Groups, evidence, weight, references, questions and translations.
  rest jsonb not null check (jsonb_typeof(rest) = 'object'),
  primary key (org_id, edition_id, id),
  foreign key (org_id, edition_id) references framework_edition (org_id, id) on delete cascade
);
alter table edition_requirement enable row level security;
alter table edition_requirement force row level security;
create policy own_organisation on edition_requirement using (org_id = current_org()) with check (org_id = current_org());
grant select, insert on edition_requirement to theriac_app;

-- One direction of a published mapping. Its frameworks need not be there: they may come with another import, or never.
create table mapping_set (
  org_id uuid not null default current_org() references organisation,
  id uuid not null default gen_random_uuid(),
  import_id uuid not null,
  urn text not null check (urn <> ''),
  edition text not null,
  title text not null,
  source text not null check (source <> ''),
  target text not null check (target <> ''),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  relations integer not null check (relations >= 0),
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  primary key (org_id, id),
  unique (org_id, urn, edition),
  foreign key (org_id, import_id) references guidance_import (org_id, id) on delete cascade
);
create index mapping_set_by_import on mapping_set (org_id, import_id);
alter table mapping_set enable row level security;
alter table mapping_set force row level security;
create policy own_organisation on mapping_set using (org_id = current_org()) with check (org_id = current_org());
grant select, insert on mapping_set to theriac_app;

create table published_relation (
  org_id uuid not null default current_org() references organisation,
  set_id uuid not null,
  position integer not null check (position >= 0),
  -- Ids of requirements.
  source text not null check (source <> ''),
  target text not null check (target <> ''),
  relation text not null check (relation in ('equal', 'equivalent', 'subset', 'superset', 'intersects', 'none')),
  rationale text check (rationale in ('syntactic', 'semantic', 'functional')),
  confidence double precision check (confidence >= 0 and confidence <= 1),
  note text,
  primary key (org_id, set_id, position),
  foreign key (org_id, set_id) references mapping_set (org_id, id) on delete cascade
);
create index published_relation_by_source on published_relation (org_id, source);
create index published_relation_by_target on published_relation (org_id, target);
alter table published_relation enable row level security;
alter table published_relation force row level security;
create policy own_organisation on published_relation using (org_id = current_org()) with check (org_id = current_org());
grant select, insert on published_relation to theriac_app;

create table imported_matrix (
  org_id uuid not null default current_org() references organisation,
  import_id uuid not null,
  position integer not null check (position >= 0),
  urn text not null,
  title text not null,
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  primary key (org_id, import_id, position),
  foreign key (org_id, import_id) references guidance_import (org_id, id) on delete cascade
);
alter table imported_matrix enable row level security;
alter table imported_matrix force row level security;
create policy own_organisation on imported_matrix using (org_id = current_org()) with check (org_id = current_org());
grant select, insert on imported_matrix to theriac_app;

-- Threats, example controls and metrics that requirements point to, and products with what their makers say of them.
create table catalogue_entry (
  org_id uuid not null default current_org() references organisation,
  import_id uuid not null,
  position integer not null check (position >= 0),
  urn text not null,
  kind text not null check (kind in ('threat', 'control', 'metric', 'component')),
  number text,
  title text not null,
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  primary key (org_id, import_id, position),
  foreign key (org_id, import_id) references guidance_import (org_id, id) on delete cascade
);
alter table catalogue_entry enable row level security;
alter table catalogue_entry force row level security;
create policy own_organisation on catalogue_entry using (org_id = current_org()) with check (org_id = current_org());
grant select, insert on catalogue_entry to theriac_app;
