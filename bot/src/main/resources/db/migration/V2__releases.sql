-- Guidance as it was released. An owner is an organisation's id, or '' for what is everybody's.

create table guidance_entry (
    owner varchar(40) not null,
    hash varchar(64) not null,
    -- What its vectors are kept by.
    vectors_key varchar(64) not null,
    -- The entry, as JSON.
    body text not null,
    primary key (owner, hash)
);

create table entry_vectors (
    owner varchar(40) not null,
    vectors_key varchar(64) not null,
    vectors bytea not null,
    primary key (owner, vectors_key)
);

create table generation (
    owner varchar(40) not null,
    number integer not null,
    digest varchar(64) not null,
    sections integer not null,
    -- The hashes of its entries in their order, a line each.
    entries text not null,
    -- What applies to all of it, as JSON, and what the vectors of that are kept by, a line each.
    rules text not null,
    rules_vectors text not null,
    origin varchar(20) not null,
    built_by varchar(200) not null,
    built_at bigint not null,
    primary key (owner, number)
);

create table live_generation (
    owner varchar(40) primary key,
    number integer not null,
    since bigint not null
);

-- Who did what when, from where, with what result.
create table audit (
    id varchar(40) primary key,
    at bigint not null,
    -- Whose it is; '' for what is everybody's.
    organisation_id varchar(40) not null,
    who varchar(200) not null,
    origin varchar(200) not null,
    action varchar(40) not null,
    subject varchar(200) not null,
    result varchar(20) not null,
    detail text not null
);
create index audit_at on audit (organisation_id, at);
