//! What has to be done before: the handles that `add_after` takes.

use super::Handle;

/// One handle or several, of requests that have to be done before.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no request of the batch",
    label = "expected a `Handle`, or an array, a slice, a `Vec` or a tuple of them",
    note = "`add` and `add_after` return the handle of a request"
)]
pub trait After {
    /// Calls `take` with each: its batch, and its number in there.
    #[doc(hidden)]
    fn each(&self, take: &mut dyn FnMut(u64, usize));
}

impl<T> After for Handle<T> {
    fn each(&self, take: &mut dyn FnMut(u64, usize)) {
        take(self.batch, self.index);
    }
}

#[diagnostic::do_not_recommend]
impl<T: After + ?Sized> After for &T {
    fn each(&self, take: &mut dyn FnMut(u64, usize)) {
        (**self).each(take);
    }
}

#[diagnostic::do_not_recommend]
impl<T: After> After for [T] {
    fn each(&self, take: &mut dyn FnMut(u64, usize)) {
        for one in self {
            one.each(take);
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: After, const N: usize> After for [T; N] {
    fn each(&self, take: &mut dyn FnMut(u64, usize)) {
        self.as_slice().each(take);
    }
}

#[diagnostic::do_not_recommend]
impl<T: After> After for Vec<T> {
    fn each(&self, take: &mut dyn FnMut(u64, usize)) {
        self.as_slice().each(take);
    }
}

macro_rules! tuple {
    ($($name:ident)*) => {
        #[diagnostic::do_not_recommend]
        impl<$($name: After),*> After for ($($name,)*) {
            #[allow(non_snake_case)]
            fn each(&self, take: &mut dyn FnMut(u64, usize)) {
                let ($($name,)*) = self;
                $($name.each(take);)*
            }
        }
    };
}

tuple!(A);
tuple!(A B);
tuple!(A B C);
tuple!(A B C D);
tuple!(A B C D E);
tuple!(A B C D E F);
