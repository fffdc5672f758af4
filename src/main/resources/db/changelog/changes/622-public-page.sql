--liquibase formatted sql

--changeset office-cleanup:622-public-office
--comment: what the public page reads is in these views, and it reads nothing else: here the offices that stay
create view public_office as
select o.id as office, o.name as office_name, o.host_city_name, o.work_kind, o.functions, g.name as government_name
from office o join government g on g.code = o.government_code
where o.status in ('RETAINED', 'ESTABLISHED');

--changeset office-cleanup:622-public-disclosure
--comment: disclosures that were published; of what was corrected the earlier versions as well
create view public_disclosure as
select v.office_id as office, v.disclosed_year, v.version, v.state, v.published_on, v.ended_on, v.ended_reason, v.content, v.content_hash,
  o.name as office_name, g.name as government_name
from disclosure_version v join office o on o.id = v.office_id join government g on g.code = o.government_code
where v.state in ('PUBLISHED', 'CORRECTED');

--changeset office-cleanup:622-public-withdrawal
--comment: of a version that was taken off no more than that it was, when and why
create view public_withdrawal as
select v.office_id as office, v.disclosed_year, v.version, v.published_on, v.ended_on, v.ended_reason, o.name as office_name, g.name as government_name
from disclosure_version v join office o on o.id = v.office_id join government g on g.code = o.government_code
where v.state = 'WITHDRAWN';

--changeset office-cleanup:622-public-hotline
--comment: hotlines and mailboxes
create view public_hotline as
select body, phone, mailbox, address, hours from hotline;
