--liquibase formatted sql

--changeset office-cleanup:613-decoupling-documents
--comment: an office asks its government for approval and reports, each with its signer (C17); numbers of the request and of what answered it
alter table decoupling add column request_signer varchar(40);
alter table decoupling add column request_number varchar(40);
alter table decoupling add column reply_number varchar(40);
alter table decoupling add column report_signer varchar(40);
alter table decoupling add column completion_note varchar(2000);

--changeset office-cleanup:613-decoupling-asset-use
--comment: whether the entity uses an asset of the office's, or only seems to and why not (C17); before, used ones alone were kept
alter table decoupling_asset add column asset_use varchar(16) default 'YES' not null; -- YES, NOT_APPLICABLE
alter table decoupling_asset add column not_used_reason varchar(500);
