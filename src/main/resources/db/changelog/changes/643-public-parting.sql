--liquibase formatted sql

--changeset office-cleanup:643-public-parting
--comment: from which entity an office has parted, how, when, and by a public sale to whom and for how much (C17); of its employees nothing
create view public_parting as
select e.office_id as office, o.name as office_name, g.name as government_name, d.entity_name, d.parting_way, e.parted_on,
  case when d.parting_way = 'SALE' then d.buyer end as buyer, case when d.parting_way = 'SALE' then d.sale_price end as sale_price
from decoupling d
join case_file f on f.case_number = d.case_number
join office_business_entity e on e.office_id = d.office_id and e.name = d.entity_name
join office o on o.id = d.office_id
join government g on g.code = o.government_code
where f.outcome = 'PARTED' and e.parted_on is not null;
