-- Before each batch goes out, its people's latest deliveries are looked up: those that count, and
-- of these the recent ones, not all that they ever had.
drop index delivery_person;
create index delivery_person
    on delivery (organisation_id, person, status, (coalesce(settled_at, claimed_at, due_at)));

-- Several times a second somebody asks which workspaces may be sent to; most budgets are people's.
create index budget_open on budget (blocked_until) where purpose = 'send';
