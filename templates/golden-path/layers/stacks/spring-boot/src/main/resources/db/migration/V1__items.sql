create table items (
  id text primary key check (id ~ '^[a-z0-9-]{1,64}$'),
  name text not null check (char_length(name) between 1 and 100),
  changed_at timestamptz not null default now()
);
