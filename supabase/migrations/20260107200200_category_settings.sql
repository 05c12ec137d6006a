/*
  Categories as admins keep them.

  The slug is made with the category and stays: addresses, filters and articles name it. A category is
  never removed, since tickets have it; it is put out of use.
*/

alter table public.categories
  add column description text not null default '',
  add column version integer not null default 1,
  add constraint categories_description_length check (char_length(description) <= 200),
  add constraint categories_name_one_line check (name !~ '[[:cntrl:]]');

comment on column public.categories.version is 'Grows with every change; a form that carries an older one is out of date.';

create unique index categories_name_unique on public.categories (lower(name));

-- Without a category nobody could open a ticket. The lock lets two admins who put out of use the last two
-- at the same moment act one after the other.
create function private.keep_a_category() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.active and not new.active then
    perform pg_advisory_xact_lock(hashtext('portico.categories'));
    if not exists (select from public.categories c where c.active and c.slug <> old.slug) then
      raise exception 'At least one category stays in use.'
        using errcode = 'PT409', hint = 'Put another one in use first.';
    end if;
  end if;
  if new.slug <> old.slug then
    raise exception 'The short name of a category stays as it is.' using errcode = 'PT409';
  end if;
  new.version := old.version + 1;
  return new;
end
$$;

create trigger keep_a_category before update on public.categories
  for each row execute function private.keep_a_category();

create trigger record_setting after insert or update or delete on public.categories
  for each row execute function private.record_setting('categories');

-- Every category in its order, with how many tickets it has:
-- [{ slug, name, description, active, version, tickets, open_tickets }]. Raises PT403 for anybody but an admin.
create function public.list_category_settings() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  admin public.profiles := private.require_admin();
begin
  return (
    select coalesce(jsonb_agg(
      to_jsonb(c) - 'position' || jsonb_build_object(
        'tickets', (select count(*) from public.tickets t where t.category = c.slug),
        'open_tickets', (
          select count(*) from public.tickets t where t.category = c.slug and t.status not in ('solved', 'closed')
        )
      ) order by c.position, c.slug
    ), '[]')
    from public.categories c
  );
end
$$;

revoke execute on function public.list_category_settings() from public, anon, authenticated;
grant execute on function public.list_category_settings() to authenticated;

-- Adds a category at the end; again with the same words does nothing. Raises PT403, 23505 for a slug or name
-- that is taken, and 23514 with the name of the constraint.
-- Definer: nobody may write to the table.
create function public.add_category(slug text, name text, description text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  admin public.profiles := private.require_admin();
begin
  if exists (
    select from public.categories c
    where c.slug = add_category.slug and c.name = btrim(add_category.name)
      and c.description = btrim(add_category.description)
  ) then
    return;
  end if;
  insert into public.categories (slug, name, description, position)
  select add_category.slug, btrim(add_category.name), btrim(add_category.description), coalesce(max(c.position), 0) + 1
  from public.categories c;
end
$$;

revoke execute on function public.add_category(text, text, text) from public, anon, authenticated;
grant execute on function public.add_category(text, text, text) to authenticated;

-- Changes a category. Raises PT403, PT404, PT409 when somebody changed it since `version` or when it is the
-- last one in use, 23505 for a name that is taken, and 23514 with the name of the constraint.
-- Definer: as above.
create function public.change_category(slug text, name text, description text, active boolean, version integer)
returns void
language plpgsql security definer set search_path = '' as $$
declare
  admin public.profiles := private.require_admin();
  category public.categories;
begin
  select * into category from public.categories c where c.slug = change_category.slug for update;
  if not found then
    raise exception 'There is no such category.' using errcode = 'PT404';
  end if;
  if (category.name, category.description, category.active)
    = (btrim(change_category.name), btrim(change_category.description), change_category.active)
  then
    return;
  end if;
  if category.version <> change_category.version then
    raise exception 'categories_version' using errcode = 'PT409', hint = 'Somebody else changed it meanwhile.';
  end if;
  update public.categories c
  set
    name = btrim(change_category.name),
    description = btrim(change_category.description),
    active = change_category.active
  where c.slug = category.slug;
end
$$;

revoke execute on function public.change_category(text, text, text, boolean, integer) from public, anon, authenticated;
grant execute on function public.change_category(text, text, text, boolean, integer) to authenticated;

-- Moves a category one place up, or down; at the end of the list it stays. Raises PT403 and PT404.
-- Definer: as above.
create function public.move_category(slug text, up boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  admin public.profiles := private.require_admin();
begin
  -- Two moves at once would otherwise each count places that the other changes.
  perform pg_advisory_xact_lock(hashtext('portico.categories'));
  if not exists (select from public.categories c where c.slug = move_category.slug) then
    raise exception 'There is no such category.' using errcode = 'PT404';
  end if;

  update public.categories c
  set position = wanted.place
  from (
    select
      o.slug,
      row_number() over (order by
        o.place + case when o.slug = move_category.slug then case when up then -1.5 else 1.5 end else 0 end
      ) as place
    from (select k.slug, row_number() over (order by k.position, k.slug) as place from public.categories k) as o
  ) as wanted
  where wanted.slug = c.slug and c.position <> wanted.place;
end
$$;

revoke execute on function public.move_category(text, boolean) from public, anon, authenticated;
grant execute on function public.move_category(text, boolean) to authenticated;
