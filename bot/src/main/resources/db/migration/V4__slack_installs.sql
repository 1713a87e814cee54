-- Slack workspaces that installed Rapport, and how to speak to them.

create table slack_install (
    -- The workspace (T...), or the Enterprise Grid (E...) that installed it for all its workspaces.
    id varchar(40) primary key,
    -- The Grid that it belongs to, if any.
    grid varchar(40),
    name varchar(200) not null,
    app varchar(40) not null,
    bot_user varchar(40) not null,
    scopes text not null,
    -- Sealed by the keys of Rapport, like the next.
    bot_token text not null,
    -- This and its time are null where tokens do not expire.
    refresh_token text,
    expires_at bigint,
    -- Nobody refreshes before this time: somebody is doing so, or failed a moment ago.
    refresh_from bigint not null,
    installed_at bigint not null
);
create index slack_install_expires on slack_install (expires_at);

-- Workspaces of a Grid that installed Rapport for all, as events name them: a message that nobody
-- waits for knows its workspace only.
create table slack_grid_workspace (
    team varchar(40) primary key,
    grid varchar(40) not null
);

-- Installs that somebody began. The state itself is with their browser and with Slack.
create table slack_install_state (
    state_hash varchar(64) primary key,
    expires_at bigint not null
);
create index slack_install_state_expires on slack_install_state (expires_at);
