-- The words of imported guidance, by which it is found. Rules for every migration stand in 0001-init.sql.
--
-- An index of our own and not a tsvector with a GIN index: under row-level security the planner may use an index only through
-- operators that leak nothing, which "@@" is not, so that each search would read every row of every organisation. Equality
-- and order of texts are such operators. What a word is, without its accents and endings, is decided by the application, so
-- that it is the same on every engine and no dictionary or extension of a server is needed.

-- A language in which an edition has texts; they are known by their positions, from 0 on.
create table edition_wording (
  org_id uuid not null default current_org() references organisation,
  edition_id uuid not null,
  language text not null check (language <> ''),
  texts integer not null check (texts > 0),
  primary key (org_id, edition_id, language),
  foreign key (org_id, edition_id) references framework_edition (org_id, id) on delete cascade
);
alter table edition_wording enable row level security;
alter table edition_wording force row level security;
create policy own_organisation on edition_wording using (org_id = current_org()) with check (org_id = current_org());
grant select, insert on edition_wording to theriac_app;

-- A word of a wording, or its stem with a "~" before it, with all places where it stands: position * 256 + weight. One row
-- holds what would be hundreds, so that the words of a question are few rows even among many texts.
create table imported_word (
  org_id uuid not null default current_org(),
  -- By bytes, so that words with the same beginning stand together on every engine.
  word text collate "C" not null check (word <> ''),
  edition_id uuid not null,
  language text not null,
  places integer[] not null check (cardinality(places) > 0),
  primary key (org_id, word, edition_id, language),
  foreign key (org_id, edition_id, language) references edition_wording (org_id, edition_id, language) on delete cascade
);
create index imported_word_by_edition on imported_word (org_id, edition_id, language);
alter table imported_word enable row level security;
alter table imported_word force row level security;
create policy own_organisation on imported_word using (org_id = current_org()) with check (org_id = current_org());
grant select, insert on imported_word to theriac_app;

-- What was found is read by its position.
create index edition_requirement_by_position on edition_requirement (org_id, edition_id, position);

-- Editions whose words are not stored yet: those that were imported before. The next start sees to them.
create table words_due (
  organisation_id uuid not null references organisation,
  edition_id uuid not null,
  primary key (organisation_id, edition_id),
  foreign key (organisation_id, edition_id) references framework_edition (org_id, id) on delete cascade
);
-- The owner of the tables sees no organisation's rows but with this force taken off, for this one statement.
alter table framework_edition no force row level security;
insert into words_due select org_id, id from framework_edition;
alter table framework_edition force row level security;
alter table words_due enable row level security;
alter table words_due force row level security;
create policy installation on words_due to theriac_installation using (true) with check (true);
grant select, delete on words_due to theriac_installation;
