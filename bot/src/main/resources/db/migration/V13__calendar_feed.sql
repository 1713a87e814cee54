-- The secret address of a person's calendar feed; making a new one replaces it.
create table calendar_feed (
    person_id varchar(40) primary key references person (id),
    -- Keyed; the token itself is nowhere.
    token_hash varchar(64) not null unique,
    made_at bigint not null
);
