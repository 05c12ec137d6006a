-- A table, two functions and a bucket for the conformance tests of the embedded server.

create table public.books (
  id bigint generated always as identity primary key,
  title text not null,
  owner uuid not null default auth.uid()
);

alter table public.books enable row level security;

create policy "people read their own books" on public.books
  for select to authenticated using (owner = (select auth.uid()));

create policy "people add books of their own" on public.books
  for insert to authenticated with check (owner = (select auth.uid()));

create function public.whoami() returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'role', auth.role(), 'uid', auth.uid(), 'email', auth.email(),
    'session', auth.jwt() ->> 'session_id', 'database_role', current_user
  )
$$;

create table public.secrets (word text);
revoke all on public.secrets from anon, authenticated;

create function public.session_exists() returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (
    select from auth.sessions where id = (auth.jwt() ->> 'session_id')::uuid
  )
$$;

insert into storage.buckets (id, name, public) values ('covers', 'covers', false);

create policy "people keep covers in a folder of their own" on storage.objects
  for all to authenticated
  using (bucket_id = 'covers' and (storage.foldername(name))[1] = (select auth.uid())::text)
  with check (bucket_id = 'covers' and (storage.foldername(name))[1] = (select auth.uid())::text);

-- Refuses with the code it is given, as a function or a constraint would.
create function public.refuse_with(code text) returns void language plpgsql set search_path = '' as $$
begin
  raise exception 'Refused with %.', code using errcode = code, detail = 'a detail', hint = 'a hint';
end
$$;
