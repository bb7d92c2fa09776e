-- What was said of a spreadsheet when it was imported: what it is, which column is what. The same bytes read in another way
-- are another import.

alter table guidance_import add column sheet jsonb check (jsonb_typeof(sheet) = 'object');
alter table guidance_import drop constraint guidance_import_org_id_digest_key;
create unique index guidance_import_by_bytes on guidance_import (org_id, digest, md5(coalesce(sheet::text, '')));
