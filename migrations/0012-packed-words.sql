-- The words of each wording in one value: a search reads them once, keeps them, and looks them up in memory, since an edition
-- never changes. A row for each word cost minutes to store and a second to search among a hundred thousand texts.

drop table imported_word;
-- Made anew from the requirements at the next start.
delete from edition_wording;
alter table framework_edition no force row level security;
insert into words_due select org_id, id from framework_edition on conflict do nothing;
alter table framework_edition force row level security;

-- See src/core/library-search/packed-words.ts. Not compressed: that would take longer than all the rest.
alter table edition_wording add column words bytea not null;
alter table edition_wording alter column words set storage external;
