--liquibase formatted sql

--changeset office-cleanup:631-kept-of-payments
--comment: C18: what a payment came to in its year: what came back in the same year is taken off, what comes back later is income of that year
create view reception_payment_kept as
select p.id, p.case_number, p.paid_on, p.supplier, p.amount,
  p.amount - (select coalesce(sum(r.amount), 0.00) from reception_refund r
    where r.payment_id = p.id and extract(year from r.refunded_on) = extract(year from p.paid_on)) as kept
from reception_payment p;
